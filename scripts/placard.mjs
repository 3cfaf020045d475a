// What ./placard runs: installs what is missing, then hands over to cli/placard.ts under the right Node.
import { build } from './build.mjs';
import { install } from './install.mjs';
import { isMain, isRightNode, root, run } from './node.mjs';

/**
 * Under the right Node the command runs in this very process; otherwise in a child that ends when we do.
 * @param {string[]} args
 */
export async function placard(args) {
	process.env.PLACARD_ROOT = root;
	if (args[0] === 'serve' && !args.includes('--help')) await build();
	if (!isRightNode) process.exitCode = await run('cli/placard.ts', args, { tied: true });
	else process.exitCode = await (await import('../cli/placard.ts')).main(args);
}

if (isMain(import.meta.url)) {
	await install();
	await placard(process.argv.slice(2));
}
