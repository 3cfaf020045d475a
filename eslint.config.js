// Only what nobody else reads: the templates of Svelte. oxlint keeps the map and the TypeScript.
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';

export default [
	{ ignores: ['build', '.svelte-kit', 'node_modules', 'static', 'src/words/generated'] },
	...svelte.configs.recommended,
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } },
		rules: {
			'svelte/no-at-html-tags': 'error',
			// Addresses carry the language (localizeHref), not Kit's base path.
			'svelte/no-navigation-without-resolve': 'off'
		}
	}
];
