import Parser from 'rss-parser';
import type { Kind, Rename } from './names.ts';
import type { Outline } from './outline.ts';
import type { Branch, Element } from './tree.ts';

/**
 * Reads a well-formed document with rss-parser. What it reads comes back whole, as it stands in the document, since
 * all readers' elements are understood in one place: see `understand.ts`.
 *
 * @throws what rss-parser throws: ill-formed XML, no feed.
 */
export async function readWithRssParser(xml: string, kind: Kind, rename: Rename): Promise<Outline> {
  // Filled while the XML is read and used behind it: each field of this very document, and no other.
  const fields: Field[] = [['$', '=$', { keepArray: true }]];
  const seen = new Set<string>();
  const note = (name: string) => {
    if (seen.has(name) || seen.size > maxFields) return;
    seen.add(name);
    fields.push([name, `=${name}`, { keepArray: true }]);
  };
  const parser = new Parser({
    defaultRSS: 2,
    customFields: { feed: fields as never[], item: fields as never[] },
    xml2js: {
      tagNameProcessors: [
        (name: string) => {
          const renamed = rename(name);
          note(renamed);
          return renamed === 'rdf:rdf' ? 'rdf:RDF' : renamed;
        },
      ],
      attrNameProcessors: [(name: string) => name.toLowerCase()],
    },
  });
  const feed = (await parser.parseString(xml)) as unknown as Branch & { items: Branch[] };
  return { kind, root: undefined, feed: unmarked(feed), entries: feed.items.map(unmarked) };
}

/** Every occurrence of a field, with its attributes, under a mark that keeps rss-parser from writing over it. */
type Field = [name: string, mark: string, { keepArray: true }];

/** Nobody needs more different fields, and each is looked for in every entry. */
const maxFields = 500;

function unmarked(branch: Branch): Element {
  const plain: Branch = Object.create(null);
  for (const name in branch) if (name.startsWith('=')) plain[name.slice(1)] = branch[name];
  return plain;
}
