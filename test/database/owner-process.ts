// A process that owns an embedded database until it is killed. Parameter: the data folder.
import { startEmbedded } from '../../services/database/embedded/embedded.ts';

await startEmbedded({ folder: process.argv[2] });
process.send!('started');
setInterval(() => {}, 1000);
