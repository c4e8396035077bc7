import type { nb } from './nb.ts';

/** What the service says in English. */
export const en: typeof nb = {
  service: {
    title: 'grunnriss',
    description:
      'Spatial analysis for land-use and mobility policy: maps, plan checks and accounts. Data and analyses as open services.',
  },
  problems: {
    unknownParameter: {
      title: 'Unknown parameter',
      detail: (name) => `There is no parameter '${name}' here.`,
      remedy: (known) => `Use only these: ${known}.`,
    },
    repeatedParameter: {
      title: 'Parameter given more than once',
      detail: (name) => `The parameter '${name}' is given more than once.`,
      remedy: 'Give it once; several values are separated by commas where that is allowed.',
    },
    badParameter: {
      title: 'Invalid value',
      detail: (name, given) => `The parameter '${name}' cannot be '${given}'.`,
      remedy: (meaning) => `It should be: ${meaning}`,
    },
    badFormat: {
      title: 'Unknown format',
      detail: (format) => `The format '${format}' is not given here.`,
      remedy: (formats) => `Formats here: ${formats}.`,
    },
    notAcceptable: {
      title: 'None of the formats fits',
      detail: 'None of the formats of Accept is given here.',
    },
    notFound: {
      title: 'Not found',
      detail: (path) => `There is nothing at ${path}.`,
      remedy: 'The landing page / and the description /api list all there is.',
    },
    wrongMethod: {
      title: 'The method does not fit',
      detail: (method, path) => `${method} cannot be used on ${path}.`,
      remedy: (allowed) => `Allowed methods: ${allowed}.`,
    },
    unknownLayer: {
      title: 'Unknown layer',
      detail: (id) => `There is no layer '${id}'.`,
      remedy: '/collections lists the layers.',
    },
    tooManyLayers: {
      title: 'Too many layers',
      detail: (most) => `At most ${most} layers can be in one tile.`,
      remedy: 'Split them over several sources.',
    },
    unknownRun: {
      title: 'Unknown run',
      detail: (layers) => `No run of this key that is done has written to ${layers}.`,
      remedy: 'Use run.key of the answer of the run, and a layer that datasets names there.',
    },
    unknownFeature: {
      title: 'Unknown feature',
      detail: (fid, layer) => `There is no feature ${fid} in the current edition of '${layer}'.`,
      remedy: 'It may have been removed in a newer edition; look for it with bbox.',
    },
    noStations: {
      title: 'No ranking',
      detail: 'There is no finished run of energy-stations to show.',
      remedy:
        'Run: grunnriss stations, or POST /processes/energy-stations/execution. With run: use run.key of its answer.',
    },
    unknownSite: {
      title: 'Unknown site',
      detail: (id: string) => `The site '${id}' is not in this ranking.`,
      remedy: '/stations lists the sites.',
    },
    unknownTile: {
      title: 'No such tile',
      detail: (z, x, y) => `z/x/y = ${z}/${x}/${y} is no tile of the grid.`,
      remedy: (most) => `z is a whole number 0–${most}; x and y are whole numbers from 0 to below 2 to the power of z.`,
    },
    unknownProcess: {
      title: 'Unknown process',
      detail: (id) => `There is no process '${id}'.`,
      remedy: '/processes lists the processes.',
    },
    badInput: {
      title: 'Invalid input',
      detail: (what) => `The input is not valid: ${what}.`,
      remedy: 'The description of the process says what the input should be.',
    },
    queueFull: {
      title: 'The queue is full',
      detail: 'So many jobs wait already that this one was not taken.',
      remedy: 'Try again in a minute.',
    },
    unknownJob: {
      title: 'Unknown job',
      detail: (id) => `There is no job '${id}'.`,
      remedy: 'Start the process again; the answer says what the job is called.',
    },
    notDone: {
      title: 'The result is not ready',
      detail: (state) => `The job is not done: ${state}.`,
      remedy: 'Ask again when /jobs/{id} says that it is done.',
    },
    jobFailed: {
      title: 'The job failed',
      detail: (message) => `The job failed: ${message}`,
      remedy: 'Mend the input and run it again.',
    },
    badJson: {
      title: 'Not valid JSON',
      detail: (line, column, found) => `JSON error at line ${line}, character ${column}: ${found}.`,
      unexpected: (token) => `unexpected ${token}`,
      end: 'the text ends too early',
      remedy: 'Mend the content and send it again.',
    },
    tooLarge: {
      title: 'Too large',
      detail: (limit) => `The content is larger than the limit of ${limit}.`,
      remedy: "Send less at a time, or use the command 'grunnriss check' on the file.",
    },
    badMediaType: {
      title: 'Wrong media type',
      detail: (type) => `The media type '${type}' cannot be read here.`,
      remedy: (types) => `Send Content-Type: ${types}.`,
    },
    badBody: {
      title: 'The content cannot be read',
      detail: 'The content of the request cannot be read.',
      remedy: 'Look at its character set, length and compression.',
    },
    uploadTooLarge: {
      title: 'Upload too large',
      detail: (limit) => `Together the files are larger than the limit of ${limit}.`,
      remedy: "Send a zip file, or use the command 'grunnriss check' on the files.",
    },
    tooManyFiles: {
      title: 'Too many files',
      detail: (most) => `At most ${most} files are taken at a time.`,
      remedy: 'Send the files of one plan only, or a zip file with them.',
    },
    noFile: {
      title: 'No file',
      detail: 'The request has no file.',
      remedy: "Send the plan as the field 'file' of multipart/form-data, or as the body: curl --data-binary @plan.sos.",
    },
    unknownField: {
      title: 'Unknown field',
      detail: (name) => `The form has the field '${name}', which is not taken.`,
      remedy: "Files are called 'file'; everything else goes into the address: ?plan_type=35.",
    },
    otherSite: {
      title: 'Upload from another site',
      detail: 'A page of another site tried to upload a file.',
      remedy: 'Upload the plan from here, or with a program.',
    },
    unreadablePlan: {
      title: 'The plan cannot be read',
      mend: 'Mend the file and send it again.',
      remedy: 'What is an option on the command line goes into the address: ?crs=25832, ?plan_id=3330_2021005.',
    },
    unknownPlan: {
      title: 'Unknown plan',
      detail: (id) => `There is no uploaded plan '${id}'.`,
      remedy: (days) => `Uploaded plans are kept for ${days} days. Upload it again.`,
    },
    keyNeeded: {
      title: 'Key missing',
      detail: 'Changing data needs a valid key.',
      remedy: "Send the key as 'Authorization: Bearer …' or 'X-API-Key'.",
    },
    unavailable: {
      title: 'The database does not answer',
      detail: 'The database is not available right now.',
      remedy: 'Try again in a moment.',
    },
    tooSlow: {
      title: 'Took too long',
      detail: 'The database took too long over the answer and was stopped.',
      remedy: 'Ask for a smaller area or fewer features.',
    },
    internal: {
      title: 'Internal error',
      detail: (id) => `Something went wrong on our side. The error is in the log as ${id}.`,
      remedy: 'Report it with this number if it happens again.',
    },
    mapNotBuilt: {
      title: 'The map is not built',
      detail: 'The map is not built on this machine.',
      remedy: "Run 'npm run build:viewer' and start again.",
    },
  },
  page: {
    home: 'Home',
    collections: 'Layers',
    items: 'Features',
    map: 'Map',
    api: 'Description of the service',
    conformance: 'Standards followed',
    processes: 'Processes',
    conflicts: 'Conflict check against regional guidelines',
    municipalities: 'Municipalities',
    stations: 'Sites for energy stations',
    otherLanguage: 'Norsk',
    skip: 'Skip to the content',
    path: 'You are here',
    otherFormats: 'Other formats',
    next: 'Next page',
    noData: 'No data has been loaded.',
    none: 'No features.',
    edition: 'Edition',
    datasets: 'Datasets',
    provider: 'Source',
    dataDate: 'Date of data',
    example: 'Example data, not real',
    fields: 'Fields',
    field: 'Field',
    value: 'Value',
    values: 'Values',
    unit: 'Unit',
    name: 'Name',
    number: 'Number',
    area: 'Area (km²)',
    residents: 'Residents',
    yes: 'yes',
    no: 'no',
    whatToDo: 'What you can do',
    operation: 'Operation',
    description: 'Description',
    formats: 'Formats',
    showing: (count) => `${count} features on this page`,
  },
};
