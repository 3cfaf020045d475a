// Makes the pictures that browsers and other sites ask for, from SVG. Run by hand; what it makes is committed.
//   node scripts/pictures.ts
// static/icon.svg is the drawing itself: a little placard on its stick, its P from Protest Strike (OFL) as a path.
import { readFileSync } from 'node:fs';
import sharp from 'sharp';

const paper = '#f8f6f1';
const icon = readFileSync('static/icon.svg');

await sharp(icon, { density: 300 }).resize(32, 32).png({ compressionLevel: 9 }).toFile('static/icon-32.png');
await sharp(icon, { density: 600 })
	.resize(132, 132)
	.extend({ top: 24, bottom: 24, left: 24, right: 24, background: paper })
	.flatten({ background: paper })
	.png({ palette: true, compressionLevel: 9 })
	.toFile('static/icon-180.png');
await sharp(Buffer.from(social()))
	.png({ palette: true, colours: 32, compressionLevel: 9 })
	.toFile('static/social.png');

/** What other sites show beside a link: the board, painted, with the name of the program; no words to translate. */
function social(): string {
	const [left, right, name] = ['edge-start', 'edge-end', 'wordmark'].map(pathOf);
	return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">
		<rect width="1200" height="630" fill="${paper}"/>
		<rect x="585" y="440" width="34" height="190" fill="#b88d5b"/>
		<g fill="#ffc61a">
			<path transform="translate(100 90) scale(1.9)" d="${left}"/>
			<rect x="137" y="90" width="870" height="380"/>
			<path transform="translate(1006 90) scale(1.7 1.9)" d="${right}"/>
		</g>
		<path transform="translate(196 357) scale(.245)" d="${name}" fill="#171512"/>
	</svg>`;
}

function pathOf(name: string): string {
	return /\bd="([^"]+)"/.exec(readFileSync(`src/ui/art/${name}.svg`, 'utf8'))?.[1] ?? '';
}
