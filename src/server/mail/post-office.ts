import { createTransport, type Transporter } from 'nodemailer';
import type { SMTPPoolOptions, SMTPPoolSentMessageInfo } from 'nodemailer';
import { publicAddress } from '#shared/public-address';
import type { Wording } from './compose.ts';
import { replyFrom, sentReply, type Reply } from './reply.ts';

export type Parcel = {
	id: string;
	to: string;
	locale: string;
	wording: Wording;
	secrets: string[];
	at: Date;
};

/** Is there anybody to whom letters can be given? Without SMTP_URL they wait in the outbox. */
export function hasPostOffice(): boolean {
	return Boolean(process.env['SMTP_URL']);
}

/** Gives one letter to the post office at SMTP_URL. Never throws: what went wrong is part of the reply. */
export async function post(parcel: Parcel): Promise<Reply> {
	try {
		const { response } = await transport().sendMail(envelopeOf(parcel));
		return sentReply(response, parcel.secrets);
	} catch (error) {
		return replyFrom(error, parcel.secrets);
	}
}

/**
 * The Message-ID is the letter's own and stays the same at every try, so that a letter that arrives twice after a
 * crash can be known as one. The address stands in the envelope by itself: nothing in a header can add another.
 */
function envelopeOf({ id, to, locale, wording, at }: Parcel) {
	const from = sender();
	return {
		envelope: { from: addressIn(from), to: [to] },
		from,
		to: { name: '', address: to },
		...replyTo(),
		messageId: `<${id}@${domain()}>`,
		date: at,
		...wording,
		headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale },
		disableFileAccess: true,
		disableUrlAccess: true,
		signal: AbortSignal.timeout(4 * 60_000)
	};
}

/** MAIL_FROM, "Name <address>": as neutral as the host makes it. */
export function sender(): string {
	return process.env['MAIL_FROM'] ?? `Placard <placard@${new URL(publicAddress()).hostname}>`;
}

function addressIn(from: string): string {
	return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
}

function domain(): string {
	return addressIn(sender()).split('@').at(-1)!;
}

function replyTo() {
	const address = process.env['MAIL_REPLY_TO'];
	return address ? { replyTo: address } : {};
}

let open: { url: string; transport: Transporter<SMTPPoolSentMessageInfo> } | undefined;

/** One pool of connections for the process, made at first use. */
function transport(): Transporter<SMTPPoolSentMessageInfo> {
	const url = process.env['SMTP_URL']!;
	if (open?.url === url) return open.transport;
	closePostOffice();
	open = { url, transport: createTransport({ url, ...pool }) };
	return open.transport;
}

const pool = {
	pool: true,
	maxConnections: 2,
	maxRequeues: 1,
	idleTimeout: 20_000,
	connectionTimeout: 10_000,
	greetingTimeout: 10_000,
	socketTimeout: 30_000,
	dnsTimeout: 10_000
} satisfies SMTPPoolOptions;

export function closePostOffice(): void {
	open?.transport.close();
	open = undefined;
}

/** For `doctor`: does the post office open its door to us? */
export async function tryPostOffice(): Promise<Reply> {
	try {
		await transport().verify();
		return { outcome: 'sent', reason: 'ready' };
	} catch (error) {
		return replyFrom(error, []);
	}
}
