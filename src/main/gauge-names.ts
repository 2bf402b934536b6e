import { type Gauge, poleLabels } from '../brief/gauge.ts';
import type { GaugeNames } from '../web/view.ts';

/** A gauge's name and its poles, in a language. */
export function gaugeNames(gauges: Gauge[]): GaugeNames {
  return (id, language) => {
    const gauge = gauges.find((each) => each.id === id);
    if (gauge === undefined) return null;
    const poles = poleLabels(gauge, language);
    return { name: poles.join(' ↔ '), poles };
  };
}
