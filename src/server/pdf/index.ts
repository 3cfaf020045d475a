import path from 'node:path';
import PDFDocument from 'pdfkit';

export type PdfOptions = {
	title: string;
	/** "en-GB", "cy". */
	lang: string;
	author?: string | undefined;
	/** Stands in the file; the same content gives the same bytes. */
	changedAt: Date;
	/** The line at the foot of every page: "Page 2 of 5". */
	footer: (page: number, pages: number) => string;
};

type Struct = PDFKit.PDFStructureElement;
type Doc = PDFKit.PDFDocument;

const fonts = path.join(process.env['PLACARD_ROOT'] ?? process.cwd(), 'src/server/pdf/fonts');
const colours = { ink: '#171512', soft: '#575149', loud: '#ffc61a' };
const margin = 60;

/**
 * A document on A4 whose structure is in the file: headings, lists and links as such, a language, a title, an outline,
 * fonts embedded. What only decorates or repeats (the board, page numbers) is marked as no content.
 */
export class TaggedPdf {
	readonly #doc: Doc;
	readonly #root: Struct;
	readonly #parts: Buffer[] = [];
	readonly #options: PdfOptions;

	constructor(options: PdfOptions) {
		const { title, lang, author, changedAt } = options;
		this.#options = options;
		this.#doc = new PDFDocument({
			size: 'A4',
			margin,
			pdfVersion: '1.7',
			tagged: true,
			lang,
			displayTitle: true,
			bufferPages: true,
			font: path.join(fonts, 'atkinson-400.ttf'),
			info: {
				Title: title,
				CreationDate: changedAt,
				ModDate: changedAt,
				...(author ? { Author: author } : {})
			}
		} as PDFKit.PDFDocumentOptions);
		this.#doc.registerFont('plain', path.join(fonts, 'atkinson-400.ttf'));
		this.#doc.registerFont('bold', path.join(fonts, 'atkinson-700.ttf'));
		this.#doc.on('data', (part: Buffer) => this.#parts.push(part));
		this.#root = this.#doc.struct('Document');
		this.#doc.addStructure(this.#root);
	}

	/** The painted board with the name of the whole, and a line above it. */
	board(title: string, kicker?: string): void {
		const doc = this.#doc;
		const width = doc.page.width - 2 * margin;
		doc.font('bold').fontSize(26);
		const height = doc.heightOfString(title, { width: width - 48 }) + (kicker ? 74 : 52);
		doc.markContent('Artifact', { type: 'Layout' });
		doc.rect(margin, margin, width, height).fill(colours.loud);
		doc.endMarkedContent();
		doc.fillColor(colours.ink);
		const inside = { width: width - 48 };
		if (kicker)
			this.#add('P', () =>
				doc
					.font('bold')
					.fontSize(11)
					.text(kicker, margin + 24, margin + 22, inside)
			);
		this.#add('H1', () =>
			doc
				.font('bold')
				.fontSize(26)
				.text(title, margin + 24, margin + (kicker ? 44 : 24), inside)
		);
		doc.x = margin;
		doc.y = margin + height + 22;
	}

	/** Level 2 stands in the outline too. A heading never ends a page. */
	heading(level: 2 | 3, text: string): void {
		const doc = this.#doc;
		this.#room(level === 2 ? 96 : 60);
		doc.moveDown(level === 2 ? 0.9 : 0.4);
		if (level === 2) doc.outline.addItem(text);
		this.#add(`H${level}`, () =>
			doc
				.font('bold')
				.fontSize(level === 2 ? 17 : 12)
				.text(text)
		);
		doc.moveDown(level === 2 ? 0.35 : 0.2);
	}

	text(text: string, { bold = false }: { bold?: boolean } = {}): void {
		for (const paragraph of text.split(/\n{2,}/)) {
			this.#add('P', () => this.#plain(bold).text(paragraph, { lineGap: 2 }));
			this.#doc.moveDown(0.45);
		}
	}

	list(items: readonly string[]): void {
		const list = this.#doc.struct('L');
		this.#root.add(list);
		for (const item of items) this.#item(list, '•', item, 14);
		list.end();
		this.#doc.moveDown(0.4);
	}

	/** Names and what they mean. */
	pairs(pairs: readonly { name: string; text: string }[]): void {
		const list = this.#doc.struct('L');
		this.#root.add(list);
		for (const { name, text } of pairs) this.#pair(list, name, text);
		list.end();
		this.#doc.moveDown(0.2);
	}

	link(href: string, text = href): void {
		const doc = this.#doc;
		const link = doc.struct('Link', {}, () => {
			this.#plain(false).text(text, { link: href, underline: true });
		});
		this.#root.add(doc.struct('P', {}, [link]));
		doc.moveDown(0.45);
	}

	/** The whole file. */
	finish(): Promise<Uint8Array<ArrayBuffer>> {
		const doc = this.#doc;
		this.#root.end();
		this.#numberPages();
		return new Promise((resolve, reject) => {
			doc.on('end', () => resolve(new Uint8Array(Buffer.concat(this.#parts))));
			doc.on('error', reject);
			doc.end();
		});
	}

	#item(list: Struct, label: string, text: string, indent: number): void {
		const doc = this.#doc;
		this.#plain(false);
		this.#room(doc.currentLineHeight(true) + 2);
		const { y } = doc;
		list.add(
			doc.struct('LI', {}, [
				doc.struct('Lbl', {}, () => doc.text(label, margin, y, { lineBreak: false })),
				doc.struct('LBody', {}, () => doc.text(text, margin + indent, y, { lineGap: 2 }))
			])
		);
		doc.x = margin;
		doc.moveDown(0.15);
	}

	#pair(list: Struct, name: string, text: string): void {
		const doc = this.#doc;
		this.#room(40);
		list.add(
			doc.struct('LI', {}, [
				doc.struct('Lbl', {}, () => doc.font('bold').fontSize(11).text(name)),
				doc.struct('LBody', {}, () => this.#plain(false).text(text, { lineGap: 2 }))
			])
		);
		doc.moveDown(0.45);
	}

	#add(type: string, draw: () => void): void {
		this.#root.add(this.#doc.struct(type, {}, draw));
	}

	#plain(bold: boolean): Doc {
		return this.#doc
			.font(bold ? 'bold' : 'plain')
			.fontSize(11)
			.fillColor(colours.ink);
	}

	#room(height: number): void {
		const doc = this.#doc;
		if (doc.y + height > doc.page.height - margin) doc.addPage();
	}

	#numberPages(): void {
		const doc = this.#doc;
		const { start, count } = doc.bufferedPageRange();
		for (let page = start; page < start + count; page++) {
			doc.switchToPage(page);
			// Below the margin, where text would begin another page.
			doc.page.margins.bottom = 0;
			doc.markContent('Artifact', { type: 'Pagination' });
			doc
				.font('plain')
				.fontSize(9)
				.fillColor(colours.soft)
				.text(this.#options.footer(page - start + 1, count), margin, doc.page.height - 40, {
					lineBreak: false
				});
			doc.endMarkedContent();
		}
	}
}
