import { closePostOffice, hasPostOffice, tryPostOffice } from '#server/mail';
import { trustFrom, UnclearSetting, type Trust } from '#server/web/front';
import { fine, note, wrong, type Finding } from './finding.ts';

/** Under which address people come, and whether we can tell them apart. */
export function address(env: Record<string, string | undefined>): Finding[] {
	try {
		const trust = trustFrom(env);
		return [publicUrl(trust), proxies(trust, env['HOST'] ?? '127.0.0.1')];
	} catch (error) {
		if (!(error instanceof UnclearSetting)) throw error;
		return [wrong('Address', error.message)];
	}
}

function publicUrl({ publicUrl: url }: Trust): Finding {
	if (!url)
		return note(
			'Address',
			'PUBLIC_URL is not set: links in letters lead to this machine alone. Set it to the address that people use.'
		);
	if (url.protocol !== 'https:')
		return note(
			'Address',
			`${url.origin} is plain http: rooms joined from phones, and passkeys, need https. Put a TLS proxy before Placard.`
		);
	return fine('Address', url.origin);
}

function proxies({ publicUrl: url, proxies: count }: Trust, host: string): Finding {
	if (count) return fine('Proxies', `${count}: each is believed to say whom it speaks for`);
	if (url?.protocol === 'https:' && host.startsWith('127.'))
		return note(
			'Proxies',
			'TRUST_PROXY is not set: everybody seems to come from the proxy, and shares its limits. Set TRUST_PROXY=1.'
		);
	return fine('Proxies', 'none is trusted');
}

export async function mail(): Promise<Finding> {
	if (!hasPostOffice())
		return note(
			'Mail',
			'SMTP_URL is not set: letters wait in the outbox, and sign-in links show on the terminal of the server.'
		);
	const { outcome, reason, words } = await tryPostOffice();
	closePostOffice();
	const where = new URL(process.env['SMTP_URL']!).host;
	if (outcome === 'sent') return fine('Mail', `${where} takes letters`);
	return wrong(
		'Mail',
		`${where} does not take letters (${words ?? reason}). Look at SMTP_URL; letters wait until it does.`
	);
}
