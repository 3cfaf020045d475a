import { Refused } from '../refused.ts';
import { mostIn } from '../sheet.ts';
import { unescaped, walk } from './xml.ts';

/** The texts that cells share (ECMA-376 part 1, 18.4). How parts of them look is nothing to us; nor how they are said. */
export async function readStrings(part: Buffer | undefined): Promise<string[]> {
	const strings: string[] = [];
	if (!part) return strings;
	let [text, inText, inReading] = ['', false, false];
	await walk(part, {
		open(name) {
			if (name === 'si') text = '';
			if (name === 'rPh') inReading = true;
			inText = name === 't' && !inReading;
		},
		text(more) {
			if (inText) text += more;
		},
		close(name) {
			inText = false;
			if (name === 'rPh') inReading = false;
			if (name === 'si') strings.push(unescaped(text));
			if (strings.length > mostIn.cells) throw new Refused('too-many-cells');
		}
	});
	return strings;
}
