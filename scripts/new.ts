// npm run new area/name: a working use case with its schema, query, view and test to edit.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const shape = /^([a-z][a-z-]*(?:\/[a-z][a-z-]*)?)\/([a-z][a-z]*(?:-[a-z]+)*)$/;

/** Makes the files of `area/name` under `root` and opens the door to it. Returns their names. Nothing is overwritten. */
export function begin(asked: string, root = '.'): string[] {
	const found = shape.exec(asked);
	if (!found)
		throw new Error('Say which area and what people do, like programmes/note-visit or site/set-logo.');
	const [, area, name] = found as unknown as [string, string, string];
	const folder = path.join('src/areas', area);
	if (!existsSync(path.join(root, folder, 'server/index.ts')))
		throw new Error(`There is no area ${area}: ${folder}/server/index.ts is its door.`);
	const files = Object.entries(filesOf(area, name)).map(
		([file, text]) => [path.join(folder, file), text] as const
	);
	const there = files.find(([file]) => existsSync(path.join(root, file)));
	if (there) throw new Error(`${there[0]} is there already. Nothing was changed.`);
	for (const [file, text] of files) write(path.join(root, file), text);
	openDoor(path.join(root, folder, 'server/index.ts'), name);
	return files.map(([file]) => file);
}

function write(file: string, text: string): void {
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, text);
}

function openDoor(file: string, name: string): void {
	writeFileSync(
		file,
		`${readFileSync(file, 'utf8').trimEnd()}\nexport { ${camel(name)} } from './${name}.ts';\n`
	);
}

const camel = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
const pascal = (name: string) => camel(`-${name}`);

function filesOf(area: string, name: string): Record<string, string> {
	const up = '../'.repeat(area.split('/').length + 3);
	return {
		[`${name}.schema.ts`]: schema(name),
		[`server/${name}.ts`]: act(area, name),
		[`server/${name}.sql.ts`]: query(name),
		[`server/${name}.test.ts`]: trial(area, name, up)
	};
}

function schema(name: string): string {
	return `import * as v from 'valibot';
import { neededText } from '#shared/fields';

export const ${pascal(name)} = v.object({ name: neededText(160) });
`;
}

function act(area: string, name: string): string {
	return `import { nothing, staff, useCase } from '#server/use-case';
import { ${pascal(name)} } from '../${name}.schema.ts';
import { find${pascal(name)} } from './${name}.sql.ts';

export type ${pascal(name)}View = { name: string };

/** Say here what it is for, and what follows. The rule, the subject and the event's name are the first to change. */
export const ${camel(name)} = useCase('${area.replaceAll('/', '.')}.${camel(name)}', {
	input: ${pascal(name)},
	on: nothing,
	may: staff,
	async run(context, { name }): Promise<${pascal(name)}View> {
		await context.record('${path.basename(area)}.${name}', {});
		return find${pascal(name)}(context.db, name);
	}
});
`;
}

function query(name: string): string {
	return `import type { Db } from '#server/db';

export async function find${pascal(name)}(db: Db, name: string): Promise<{ name: string }> {
	const [row] = await db<{ name: string }[]>\`select \${name}::text as name\`;
	return row!;
}
`;
}

function trial(area: string, name: string, up: string): string {
	const act = camel(name);
	return `import { expect, test } from 'vitest';
import { visitor } from '#shared/actor';
import { ${act} } from '#areas/${area}/server';
import { lead } from '${up}tests/call-world.ts';
import { withWorld } from '${up}tests/world.ts';

test(
	'a visitor may not, and is told nothing',
	withWorld(async (world) => {
		const refused = ${act}.within(world.as(visitor), { name: 'Spring' });
		await expect(refused).rejects.toMatchObject({ code: 'not-found' });
	})
);

test(
	'staff may',
	withWorld(async (world) => {
		expect(await ${act}.within(world.as(lead), { name: 'Spring' })).toEqual({ name: 'Spring' });
	})
);
`;
}

if (import.meta.main) {
	try {
		for (const file of begin(process.argv[2] ?? '')) console.log(file);
		console.log('\nNext: npm run unit -- access -u, and read its line in docs/access.md.');
	} catch (error) {
		console.error((error as Error).message);
		process.exitCode = 2;
	}
}
