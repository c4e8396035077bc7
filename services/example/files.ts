import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import type { Feature } from 'geojson';
import { exampleCounty } from './county.ts';
import type { ExampleLayer } from './example-layer.ts';
import { crsMember } from './plan-file.ts';

/** Text is written in pieces of about this many characters. */
const chunk = 1_000_000;

/**
 * Write the example county as GeoJSON, a feature per line, with a `crs` member (EPSG:25832): `LAYER/PART.geojson` for
 * each dataset, `drafts/PLAN.geojson` for plans to check, `changes.geojson` for what changed between the surveys.
 * @param folder made when it is not there; files in it are written over
 * @returns paths of the files
 */
export async function writeExample(options: { scale: number; seed?: number; folder: string }): Promise<string[]> {
  const county = exampleCounty(options);
  const files: string[] = [];
  const write = async (name: string, head: object, features: Iterable<Feature>) => {
    const file = path.join(options.folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeCollection(file, head, features);
    files.push(file);
  };
  for (const layer of county.layers)
    await write(
      `${layer.layer}/${layer.part}.geojson`,
      {
        name: layer.provenance.title,
        crs: crsMember,
        metadata: { ...layer.provenance, dataDate: layer.dataDate, accuracyM: layer.accuracyM },
      },
      featuresOf(layer),
    );
  for (const draft of county.drafts) {
    const { name, crs, metadata, features } = draft;
    await write(`drafts/${features[0].id}.geojson`, { name, crs, metadata }, features);
  }
  const changes = county.changes.map(({ geometry, ...properties }): Feature => ({
    type: 'Feature',
    properties,
    geometry,
  }));
  await write('changes.geojson', { name: 'changes', crs: crsMember }, changes);
  return files;
}

function* featuresOf({ features }: ExampleLayer): Generator<Feature> {
  for (const { id, properties, geometry } of features)
    if (geometry) yield { type: 'Feature', ...(id !== undefined && { id }), properties, geometry };
}

/** A FeatureCollection with `head`'s members before its features. */
async function writeCollection(file: string, head: object, features: Iterable<Feature>): Promise<void> {
  const handle = await open(file, 'w');
  try {
    let text = `${JSON.stringify({ type: 'FeatureCollection', ...head }).slice(0, -1)},"features":[\n`;
    let separator = '';
    for (const feature of features) {
      text += separator + JSON.stringify(feature);
      separator = ',\n';
      if (text.length < chunk) continue;
      await handle.write(text);
      text = '';
    }
    await handle.write(`${text}\n]}\n`);
  } finally {
    await handle.close();
  }
}
