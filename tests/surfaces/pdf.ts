import { extractText, getDocumentProxy } from 'unpdf';

/** The words of a PDF as a reader finds them, with single spaces. */
export async function textOfPdf(pdf: Uint8Array): Promise<string> {
	const document = await getDocumentProxy(new Uint8Array(pdf));
	const { text } = await extractText(document, { mergePages: true });
	return text.replaceAll(/\s+/g, ' ');
}
