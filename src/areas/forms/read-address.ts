import { isEmailAddress } from '#shared/email-address';
import { asciiFigures } from './figures.ts';
import { wrong, type Reading } from './reading.ts';

/** " Asha <asha@example.org>, " and "asha @ example.org" are asha@example.org. */
export function readEmail(text: string): Reading {
	const inside = /<([^<>]+)>\s*[,;.]?\s*$/.exec(text)?.[1] ?? text;
	const address = inside
		.replace(/\s+/g, '')
		.replace(/^mailto:/i, '')
		.replace(/[,;.]+$/, '');
	if (!isEmailAddress(address) || /\.\d+$/.test(address)) return wrong('not-an-email');
	const at = address.lastIndexOf('@');
	return { value: address.slice(0, at) + address.slice(at).toLowerCase() };
}

/** Any country's number, with its spaces: seven to fifteen figures (E.164), and an extension. */
export function readTelephone(text: string): Reading {
	const plain = asciiFigures(text).replace(/^tel:/i, '').replace(/\s+/g, ' ').trim();
	const [, number, extension] = /^([+\d ().\-/]+?)(?: ?(?:ext\.?|x|#) ?(\d{1,6}))?$/i.exec(plain) ?? [];
	const figures = number?.replace(/\D/g, '').length ?? 0;
	if (!number || figures < 7 || figures > 15 || number.lastIndexOf('+') > 0) return wrong('not-a-telephone');
	return { value: number.trim() + (extension ? ` ext ${extension}` : '') };
}

/** "www.example.org" is https://www.example.org/. Only the web, and never with a password in the address. */
export function readLink(text: string): Reading {
	const plain = text.replace(/\s+/g, '').replace(/^<|>$/g, '');
	const whole = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(plain) ? plain : `https://${plain.replace(/^\/\//, '')}`;
	const url = URL.canParse(whole) ? new URL(whole) : undefined;
	const isWeb = url && ['http:', 'https:'].includes(url.protocol) && !url.username && !url.password;
	if (!isWeb || !/^[^.].*\.[^.]+$/.test(url.hostname) || url.href.length > 2000) return wrong('not-a-link');
	return { value: url.href };
}
