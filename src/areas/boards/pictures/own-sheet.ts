import { colours } from './colours.ts';

const rules = ({ sheet, ink, soft, line, shade, loud, marks }: (typeof colours)['light']) =>
	[
		`.alone{color:${ink}}.ground{fill:${sheet}}`,
		`.ink{fill:${ink}}.soft{fill:${soft}}.on-loud{fill:#171512}`,
		`.box,.grid,.ring{stroke:${line}}.card{fill:${sheet};stroke:${line}}.back{fill:${shade};stroke:${line}}`,
		`.halo{stroke:${sheet};stroke-width:4;paint-order:stroke}.board{fill:${loud};stroke:#171512}.axis{stroke:${ink}}.link,.trail{stroke:${soft};stroke-width:2}.trail{stroke-width:3}`,
		`.mark{fill:${sheet};stroke-width:3}`,
		...marks.map((colour, at) => `.c${at + 1}{stroke:${colour}}`)
	].join('');

/** The sheet of a picture: pages show it as a file of its own. */
export const ownSheet = `${rules(colours.light)}@media (prefers-color-scheme:dark){${rules(colours.dark)}}`;
