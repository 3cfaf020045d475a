import { expect, test } from 'vitest';

type Doorway = { name?: string; who?: string; within?: unknown };

/** Every door through which something can be done: those of the areas, and of the foundations that do things for people. */
const doors = {
	...import.meta.glob<Record<string, Doorway>>('/src/areas/**/server/index.ts', { eager: true }),
	...import.meta.glob<Record<string, Doorway>>('/src/server/{identity,mail,files,api}/index.ts', {
		eager: true
	})
};
const subjects = import.meta.glob<string>('/src/**/*.{ts,svelte}', {
	eager: true,
	query: '?raw',
	import: 'default'
});

const rows = Object.entries(doors).flatMap(([path, door]) => {
	const owner = path.replace(/^\/src\/(areas|server)\//, '').replace(/(\/server)?\/index\.ts$/, '');
	return Object.entries(door)
		.filter(([, value]) => typeof value?.within === 'function')
		.map(([key, value]) => ({ expected: `${owner}.${key}`, value }));
});

test('there are use cases, or this test looks in the wrong place', () => {
	expect(rows.length).toBeGreaterThan(0);
});

test.each(rows)('$expected carries its name and a named rule', ({ expected, value }) => {
	expect(value.name).toBe(expected);
	expect(value.who).toMatch(/^[a-z][A-Za-z]+$/);
	expect(value.who).not.toBe('may');
});

/** Forms know nobody: what keeps them is called by the use cases of the areas that ask, which say who may. */
const withoutPeople = '/src/areas/forms/';

test("an area's door leads to use cases only", () => {
	const areas = Object.entries(doors).filter(([path]) => path.startsWith('/src/areas/'));
	for (const [path, door] of areas.filter(([path]) => !path.startsWith(withoutPeople)))
		for (const [name, value] of Object.entries(door))
			expect(value?.within, `${path} gives ${name}`).toBeTypeOf('function');
});

test('no use case stands outside its door', () => {
	const declared = Object.values(subjects).flatMap((text) =>
		[...text.matchAll(/useCase\(\s*'([a-z/-]+\.[A-Za-z]+)'/g)].map((found) => found[1]!)
	);
	const known = new Set(rows.map((row) => row.expected));
	expect(declared.filter((name) => !known.has(name) && !name.startsWith('house.'))).toEqual([]);
});

test('docs/access.md says who may do what', async () => {
	const table = rows
		.map(({ expected, value }) => `| ${expected} | ${value.who} |`)
		.sort()
		.join('\n');
	const page = `# Who may do what\n\nWritten by \`tests/access.test.ts\` from the code (\`npm run unit -- access -u\`). A line that changes is a change in who may do what.\n\n| Use case | Who |\n| --- | --- |\n${table}\n`;
	await expect(page).toMatchFileSnapshot('../docs/access.md');
});
