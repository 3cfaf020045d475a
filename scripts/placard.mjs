// What ./placard runs: installs what is missing, then hands over to cli/placard.ts under the right Node.
import module from 'node:module';
import path from 'node:path';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { isMain, isRightNode, root, run } from './node.mjs';

/** What was compiled for one start serves the next, which takes a third less. Where nothing can be written it is not. */
const compiled = path.join(root, 'node_modules/.cache/compiled');

/**
 * Under the right Node the command runs in this very process; otherwise in a child that ends when we do.
 * @param {string[]} args
 */
export async function placard(args) {
	process.env.PLACARD_ROOT = root;
	if (args[0] === 'serve' && !args.includes('--help')) await build();
	if (!isRightNode) {
		const env = { NODE_COMPILE_CACHE: compiled };
		process.exitCode = await run('cli/placard.ts', args, { tied: true, env });
		return;
	}
	module.enableCompileCache(compiled);
	process.exitCode = await (await import('../cli/placard.ts')).main(args);
}

if (isMain(import.meta.url)) {
	await install();
	await placard(process.argv.slice(2));
}
