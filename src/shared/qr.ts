import QRCode from 'qrcode';

/** A QR code as the path of an SVG: nothing inline but shapes, so that the content security policy stays strict. */
export type Qr = { size: number; path: string };

/** `size` counts the quiet zone of four modules on each side (ISO/IEC 18004 §6.3.8). */
export function qrOf(text: string): Qr {
	const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
	const quiet = 4;
	let path = '';
	for (let row = 0; row < modules.size; row++)
		for (let column = 0; column < modules.size; column++)
			if (modules.get(row, column)) path += `M${column + quiet} ${row + quiet}h1v1h-1z`;
	return { size: modules.size + 2 * quiet, path };
}
