import type { Gauge } from '../brief/gauge.ts';
import type { GaugeNames } from '../web/view.ts';

/** A gauge's name and poles in a language, English where it has none of its own. */
export function gaugeNames(gauges: Gauge[]): GaugeNames {
  return (id, language) => {
    const gauge = gauges.find((each) => each.id === id);
    if (gauge === undefined) return null;
    const labelOf = (labels: Record<string, string>) => labels[language] ?? labels.en ?? id;
    return { name: labelOf(gauge.labels), poles: [labelOf(gauge.poles[0].labels), labelOf(gauge.poles[1].labels)] };
  };
}
