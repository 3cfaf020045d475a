import { open } from 'node:fs/promises';
import { Problem } from '#shared/problem';
import { readPart } from './read-part.ts';

/** Begins and ends as a PDF does (ISO 32000-1 §7.5): one that was cut off on its way would open for nobody. */
export async function checkPdf(place: string, size: number): Promise<void> {
	const file = await open(place, 'r');
	try {
		const end = await readPart(file, Math.max(0, size - 2048), Math.min(size, 2048));
		if (!end.includes('%%EOF') || !end.includes('startxref')) throw new Problem('file-damaged');
	} finally {
		await file.close();
	}
}
