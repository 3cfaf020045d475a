import type { FileHandle } from 'node:fs/promises';

/** Exactly these bytes of a file, or as many of them as there are. */
export async function readPart(file: FileHandle, position: number, length: number): Promise<Buffer> {
	const buffer = Buffer.alloc(length);
	const { bytesRead } = await file.read(buffer, 0, length, position);
	return buffer.subarray(0, bytesRead);
}
