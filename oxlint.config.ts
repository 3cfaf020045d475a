import { defineConfig, type OxlintConfig } from 'oxlint';

/** Which areas an area may ask. An area missing from a list is reached through an event. */
const asks: Record<string, string[]> = {
	forms: [],
	programmes: ['forms'],
	campaigns: ['programmes'],
	boards: ['campaigns'],
	toolkit: ['boards', 'campaigns'],
	site: ['programmes', 'campaigns', 'boards']
};
const names = Object.keys(asks);
type Rules = NonNullable<OxlintConfig['rules']>;
const only = (patterns: object[]) =>
	({ 'no-restricted-imports': ['error', { patterns }] }) as unknown as Rules;
const sql = { group: ['#server/db'], allowTypeImports: true, message: 'Queries live in *.sql.ts.' };

const alone = {
	regex:
		'^#(?!packages/common$)|^(\\.\\./)+(src|cli|db|selection|opinion-map|statutory-clock|disclosure|registers)/',
	message: 'A package knows packages/common and no other.'
};

/** What an area may not reach: the areas it does not ask, and the inside of any other. */
function closedTo(area: string) {
	const open = asks[area]!;
	const closed = names.filter((other) => other !== area && !open.includes(other));
	const others = names.filter((other) => other !== area).join('|');
	return [
		...(closed.length
			? [
					{
						regex: `^#areas/(${closed.join('|')})(/|$)`,
						message: `${area} asks only ${open.join(', ') || 'the foundations'}. See oxlint.config.ts.`
					}
				]
			: []),
		{ regex: `^(\\.\\./)+(${others})/`, message: "Use the area's door: #areas/<name>/server." },
		{ regex: '^\\$app|^@sveltejs/kit', message: 'An area knows nothing of the web.' }
	];
}

export default defineConfig({
	plugins: ['typescript', 'import', 'promise', 'unicorn'],
	options: { typeAware: true },
	rules: {
		'import/no-cycle': 'error',
		'typescript/no-floating-promises': 'error',
		'typescript/no-misused-promises': ['error', { checksVoidReturn: false }],
		'typescript/no-explicit-any': 'error',
		'typescript/consistent-type-imports': 'error',
		'typescript/unbound-method': 'off',
		'unicorn/no-thenable': 'off',
		'typescript/no-misused-spread': 'off',
		'typescript/require-array-sort-compare': 'off',
		'no-console': 'error',
		'max-lines': ['error', { max: 300, skipBlankLines: true }]
	},
	ignorePatterns: ['build', '.svelte-kit', 'src/words/generated', 'static'],
	overrides: [
		...names.map((area) => ({
			files: [`src/areas/${area}/**`],
			rules: only([sql, ...closedTo(area)])
		})),
		...names.map((area) => ({
			files: [`src/areas/${area}/**/*.sql.ts`, `src/areas/${area}/**/*.test.ts`],
			rules: only(closedTo(area))
		})),
		{
			files: ['src/routes/**'],
			rules: only([
				{ group: ['#server/db', '#server/use-case'], message: 'A route calls a use case.' },
				{ regex: '/areas/', message: 'Use #areas/<name>/server.' }
			])
		},
		{
			files: ['src/server/**', 'src/shared/**', 'src/ui/**'],
			rules: only([{ regex: '^#areas|/areas/', message: 'Foundations know no area.' }])
		},
		{
			files: ['packages/**'],
			rules: only([{ regex: '^(node:|postgres$)', message: 'Packages are pure.' }, alone])
		},
		{
			// What needs the machine stands beside it, and tests may read files.
			files: [
				'packages/*/{read,worker,worker-thread}.ts',
				'packages/*/{bench,reference}/**',
				'packages/**/*.test.ts'
			],
			rules: only([alone])
		},
		{
			files: ['cli/**', 'scripts/**', 'tests/**', 'bench/**', 'packages/*/bench/**'],
			rules: { 'no-console': 'off' }
		}
	]
});
