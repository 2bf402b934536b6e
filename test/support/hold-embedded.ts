/** A program that starts the embedded database, says so, and waits to be ended. */
import { startEmbedded } from '../../src/store/embedded.ts';

const embedded = await startEmbedded(process.argv[2] as string, () => {});
process.on('SIGTERM', () => void embedded.stop().then(() => process.exit(0)));
console.log('up');
setInterval(() => {}, 1_000);
