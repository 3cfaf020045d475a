import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { begin } from './new.ts';

let root: string;
beforeEach(() => {
	root = mkdtempSync(path.join(tmpdir(), 'placard-new-'));
	mkdirSync(path.join(root, 'src/areas/site/server'), { recursive: true });
	writeFileSync(path.join(root, 'src/areas/site/server/index.ts'), "import './jobs.ts';\n");
});
afterEach(() => rmSync(root, { recursive: true }));
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

test('a use case begins with its schema, query, view and test, and its door opens', () => {
	const made = begin('site/note-visit', root);
	expect(made).toHaveLength(4);
	expect(read('src/areas/site/server/index.ts')).toBe(
		"import './jobs.ts';\nexport { noteVisit } from './note-visit.ts';\n"
	);
	expect(read('src/areas/site/server/note-visit.ts')).toContain("useCase('site.noteVisit'");
	expect(read('src/areas/site/server/note-visit.test.ts')).toContain("from '../../../../tests/world.ts'");
});

test('what is there stays as it is', () => {
	begin('site/note-visit', root);
	const before = read('src/areas/site/server/index.ts');
	expect(() => begin('site/note-visit', root)).toThrow('is there already');
	expect(read('src/areas/site/server/index.ts')).toBe(before);
});

test.each(['', 'site', 'site/', 'Site/Note', '../site/note', 'site/note.ts', 'nowhere/note-visit'])(
	'"%s" is refused in a sentence',
	(asked) => expect(() => begin(asked, root)).toThrow(/^(Say which area|There is no area nowhere)/)
);
