import PDFDocument from 'pdfkit';
import { directionOf } from '#words/addresses';
import { directionFrom, runsRightToLeft, withoutControls, type Direction } from './arrange.ts';
import { scaleOf } from './figure.ts';
import { heightOf, mainFont, registerFaces, turnLigatures, write, type Writing } from './write.ts';

export type PdfOptions = {
	title: string;
	/** "en-GB", "cy". */
	lang: string;
	/** A4 on end, unless said otherwise. */
	size?: 'A4' | 'A3' | undefined;
	author?: string | undefined;
	/** Stands in the file; the same content gives the same bytes. */
	changedAt: Date;
	/** The line at the foot of every page: "Page 2 of 5". */
	footer: (page: number, pages: number) => string;
	/** Made and handed on page by page (`taken`): nobody knows how many there will be. */
	flows?: boolean | undefined;
};

/** The language of a text where it is not the document's. "und": nobody said which it is, as with people's answers. */
type In = { lang?: string | undefined };

type Pair = {
	name: string;
	text: string;
	langs?: { name: string | undefined; text: string | undefined };
};

export { writeAt } from './write.ts';

type Struct = PDFKit.PDFStructureElement;
type Doc = PDFKit.PDFDocument;
type Look = Partial<Omit<Writing, 'base'>> & In;

const colours = { ink: '#171512', soft: '#575149', loud: '#ffc61a' };
const margin = 60;

/**
 * A document on A4 whose structure is in the file: headings, lists and links as such, languages, a title, an outline,
 * fonts embedded. What only decorates or repeats (the board, page numbers) is marked as no content.
 */
export class TaggedPdf {
	readonly #doc: Doc;
	readonly #root: Struct;
	readonly #parts: Buffer[] = [];
	readonly #options: PdfOptions;
	readonly #base: Direction;

	constructor(options: PdfOptions) {
		const { title, lang, author, changedAt } = options;
		this.#options = options;
		this.#base = directionOf(lang);
		this.#doc = new PDFDocument({
			size: options.size ?? 'A4',
			margin,
			pdfVersion: '1.7',
			tagged: true,
			lang,
			displayTitle: true,
			bufferPages: !options.flows,
			font: mainFont,
			info: {
				Title: withoutControls(title),
				CreationDate: changedAt,
				ModDate: changedAt,
				...(author ? { Author: author } : {})
			}
		} as PDFKit.PDFDocumentOptions);
		registerFaces(this.#doc);
		this.#doc.on('data', (part: Buffer) => this.#parts.push(part));
		this.#root = this.#doc.struct('Document');
		this.#doc.addStructure(this.#root);
		if (options.flows) this.#numberAsTheyCome();
	}

	/** What was made since one last asked, when it flows. */
	taken(): Uint8Array<ArrayBuffer> {
		return new Uint8Array(Buffer.concat(this.#parts.splice(0)));
	}

	/** A page of its own, to which `entry` leads. */
	page(name: string): void {
		this.#doc.addPage();
		this.#doc.addNamedDestination(name);
	}

	/** A line of the contents: the name of a page, and what it is. */
	entry(name: string, text: string): void {
		const doc = this.#doc;
		this.#room(40);
		const { y } = doc;
		const link = doc.struct('Link', {}, () => {
			doc.font('latin plain').fontSize(11).fillColor(colours.ink);
			doc.text(name, margin, y, { goTo: name, underline: true, lineBreak: false });
		});
		this.#root.add(doc.struct('P', {}, [link]));
		doc.y = y;
		this.#add('P', text, { x: margin + 80, width: this.#width - 80, lang: 'und' });
		doc.x = margin;
	}

	/** The painted board with the name of the whole, and a line above it. */
	board(title: string, kicker?: string, { lang }: In = {}): void {
		const doc = this.#doc;
		const inside = { x: margin + 24, width: this.#width - 48, bold: true };
		const large = { ...inside, size: 26, lang };
		const height = heightOf(doc, title, this.#writing(large)) + (kicker ? 74 : 52);
		doc.markContent('Artifact', { type: 'Layout' });
		doc.rect(margin, margin, this.#width, height).fill(colours.loud);
		doc.endMarkedContent();
		doc.fillColor(colours.ink);
		doc.y = margin + 22;
		if (kicker) this.#add('P', kicker, { ...inside, size: 11 });
		doc.y = margin + (kicker ? 44 : 24);
		this.#add('H1', title, large);
		doc.x = margin;
		doc.y = margin + height + 22;
	}

	/** Level 2 stands in the outline too. A heading never ends a page. */
	heading(level: 2 | 3, text: string, { lang }: In = {}): void {
		const doc = this.#doc;
		this.#room(level === 2 ? 96 : 60);
		doc.moveDown(level === 2 ? 0.9 : 0.4);
		if (level === 2) doc.outline.addItem(withoutControls(text));
		this.#add(`H${level}`, text, { bold: true, size: level === 2 ? 17 : 12, lang });
		doc.moveDown(level === 2 ? 0.35 : 0.2);
	}

	text(text: string, { bold = false, lang }: { bold?: boolean } & In = {}): void {
		for (const paragraph of text.split(/\n{2,}/)) {
			this.#add('P', paragraph, { bold, lineGap: 2, lang });
			this.#doc.moveDown(0.45);
		}
	}

	list(items: readonly string[], { lang }: In = {}): void {
		const list = this.#doc.struct('L');
		this.#root.add(list);
		for (const item of items) this.#item(list, item, { lang });
		list.end();
		this.#doc.moveDown(0.4);
	}

	/** Names and what they mean; each may say its own languages. */
	pairs(pairs: readonly Pair[], { lang }: In = {}): void {
		const list = this.#doc.struct('L');
		this.#root.add(list);
		for (const { langs = { name: lang, text: lang }, ...pair } of pairs) this.#pair(list, { ...pair, langs });
		list.end();
		this.#doc.moveDown(0.2);
	}

	/** A picture as large as the page allows; `alt` says the same in words. */
	figure(alt: string, { width, height }: { width: number; height: number }, draw: (doc: Doc) => void): void {
		const doc = this.#doc;
		const down = doc.page.height - 2 * margin;
		const scale = scaleOf({ width, height }, { across: this.#width, down, left: down + margin - doc.y });
		this.#room(scale * height);
		const { y, page } = doc;
		const x = margin + (this.#width - scale * width) / 2;
		const { bottom } = page.margins;
		const figure = doc.struct('Figure', { alt: withoutControls(alt) }, () => {
			// Inside, lengths are those of the picture: nothing of it begins another page.
			page.margins.bottom = -100_000;
			doc.save().translate(x, y).scale(scale);
			draw(doc);
			doc.restore();
			page.margins.bottom = bottom;
		});
		this.#root.add(figure);
		doc.x = margin;
		doc.y = y + scale * height + 14;
	}

	link(href: string, text = href): void {
		const doc = this.#doc;
		const align = this.#base === 'rtl' ? 'right' : 'left';
		const link = doc.struct('Link', {}, () => {
			doc.font('latin plain').fontSize(11).text(text, { link: href, underline: true, align });
		});
		this.#root.add(doc.struct('P', {}, [link]));
		doc.moveDown(0.45);
	}

	/** The whole file. */
	finish(): Promise<Uint8Array<ArrayBuffer>> {
		const doc = this.#doc;
		this.#root.end();
		if (!this.#options.flows) this.#numberPages();
		turnLigatures(doc);
		return new Promise((resolve, reject) => {
			doc.on('end', () => resolve(new Uint8Array(Buffer.concat(this.#parts))));
			doc.on('error', reject);
			doc.end();
		});
	}

	get #width(): number {
		return this.#doc.page.width - 2 * margin;
	}

	#item(list: Struct, text: string, { lang }: In): void {
		const doc = this.#doc;
		const indent = 14;
		const { base } = this.#writing({ lang });
		const fromRight = (base === 'auto' ? directionFrom(text, 'ltr') : base) === 'rtl';
		this.#room(doc.font('latin plain').fontSize(11).currentLineHeight(true) + 2);
		const { y, page } = doc;
		const label = doc.struct('Lbl', {}, () => {
			const x = fromRight ? page.width - margin - doc.widthOfString('•') : margin;
			doc.font('latin plain').text('•', x, y, { lineBreak: false });
		});
		const body = this.#struct('LBody', text, {
			x: fromRight ? margin : margin + indent,
			width: this.#width - indent,
			lineGap: 2,
			lang
		});
		list.add(doc.struct('LI', {}, [label, body]));
		doc.x = margin;
		doc.moveDown(0.15);
	}

	#pair(list: Struct, { name, text, langs }: Required<Pair>): void {
		const doc = this.#doc;
		this.#room(40);
		list.add(
			doc.struct('LI', {}, [
				this.#struct('Lbl', name, { bold: true, lang: langs.name }),
				this.#struct('LBody', text, { lineGap: 2, lang: langs.text })
			])
		);
		doc.moveDown(0.45);
	}

	#add(type: string, text: string, look: Look): void {
		this.#root.add(this.#struct(type, text, look));
	}

	/** What runs from right to left is drawn word by word in another order than it is read, so the file says it once more. */
	#struct(type: string, text: string, look: Look): Struct {
		const { lang } = look;
		const said = {
			...(lang && lang !== 'und' ? { lang } : {}),
			...(runsRightToLeft(text) ? { actual: withoutControls(text) } : {})
		};
		return this.#doc.struct(type, said, () => {
			this.#doc.fillColor(colours.ink);
			write(this.#doc, text, this.#writing(look));
		});
	}

	#writing({ lang, ...look }: Look): Writing {
		const base = lang === undefined ? this.#base : lang === 'und' ? 'auto' : directionOf(lang);
		return { x: margin, width: this.#width, bold: false, size: 11, ...look, base };
	}

	#room(height: number): void {
		const doc = this.#doc;
		if (doc.y + height > doc.page.height - margin) doc.addPage();
	}

	#numberPages(): void {
		const { start, count } = this.#doc.bufferedPageRange();
		for (let page = start; page < start + count; page++) {
			this.#doc.switchToPage(page);
			this.#number(page - start + 1, count);
		}
	}

	#number(page: number, count: number): void {
		const doc = this.#doc;
		// Below the margin, where text would begin another page.
		doc.page.margins.bottom = 0;
		doc.markContent('Artifact', { type: 'Pagination' });
		doc.y = doc.page.height - 40;
		doc.fillColor(colours.soft);
		write(doc, this.#options.footer(page, count), this.#writing({ size: 9 }));
		doc.endMarkedContent();
	}

	/** Each as it begins, also in the middle of a paragraph, which goes on as if nothing had been written. */
	#numberAsTheyCome(): void {
		const doc = this.#doc as Doc & { _font: unknown; _fontSize: number };
		let page = 0;
		const number = () => {
			const { x, y, _font, _fontSize } = doc;
			const { bottom } = doc.page.margins;
			this.#number(++page, 0);
			doc.page.margins.bottom = bottom;
			doc.fillColor(colours.ink);
			Object.assign(doc, { x, y, _font, _fontSize });
		};
		number();
		doc.on('pageAdded', number);
	}
}
