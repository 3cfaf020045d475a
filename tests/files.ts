import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

/** Files that are handed in during this test file lie in a folder of its own. */
export const filesFolder = mkdtempSync(path.join(tmpdir(), 'placard-test-files-'));
process.env['FILES_DIR'] = filesFolder;

afterAll(() => rmSync(filesFolder, { recursive: true, force: true }));
