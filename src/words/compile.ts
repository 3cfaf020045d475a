import type { CompilerOptions } from '@inlang/paraglide-js';

/** How messages/*.json become functions. One place, for Vite, the tests and the command line. */
export const languages: CompilerOptions = {
	project: './project.inlang',
	outdir: './src/words/generated',
	strategy: ['url', 'baseLocale'],
	emitTsDeclarations: true
};
