/** The part of gdal3.js that is used; its own types are not found from Node's entry. */
declare module 'gdal3.js/node.js' {
  interface Dataset {
    path: string;
  }

  interface Gdal {
    open(path: string): Promise<{ datasets: Dataset[]; errors: unknown[] }>;
    ogr2ogr(dataset: Dataset, options: readonly string[], name: string): Promise<{ local: string }>;
  }

  interface Options {
    path: string;
    /** Folder that converted files go into. */
    dest: string;
    useWorker: false;
    env: Record<string, string>;
    logHandler: (text: string) => void;
    errorHandler: (text: string) => void;
  }

  export default function initGdal(options: Options): Promise<Gdal>;
}
