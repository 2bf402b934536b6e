/**
 * Loaded before anything else, and JavaScript for that reason: Node keeps the compiled program beside the packages, so
 * that later starts need neither strip types nor hold what strips them in memory (some 100 MB with the threads).
 *
 * @see https://nodejs.org/api/module.html#moduleenablecompilecacheoptions
 */
import { enableCompileCache, flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/tidings', import.meta.url)));
// Kept also when the program is killed rather than stopped.
if (isMainThread) setTimeout(flushCompileCache, 15_000).unref();
