import type { Context, Details } from '#server/use-case';

/**
 * One piece of a letter. From the same pieces come the plain text and the simple HTML part, so both say the same.
 * `secret` names a mint, or one of several things it makes: 'return', 'return.code'.
 */
export type Block =
	| string
	| { heading: string }
	| { list: string[] }
	| { facts: [label: string, value: string][] }
	| { link: string; words: string }
	| { secret: string; words: string };

type Letter<View> = {
	/** Finds what the letter is about, at the moment of sending. Nothing found: nothing is sent. */
	on: (context: Context, details: Details) => Promise<View | undefined>;
	/** Discreet: it shows on locked screens. Never a secret, never what somebody wrote. */
	subject: (view: View) => string;
	body: (view: View) => Block[];
	/** What staff call such letters in the outbox. */
	called?: () => string;
	/** In the outbox such letters are for administrators alone: they tell the addresses of staff. */
	forAdministrators?: boolean;
	/** Its words are for whoever gets it: staff see where it stands, and read and keep none of them. */
	betweenThem?: boolean;
	/**
	 * Where no post office is set up, it shows on the server's terminal: links by which staff come in, and nothing else,
	 * since a terminal may end up in a journal.
	 */
	onTerminal?: boolean;
	/** Goes before letters that can wait. */
	urgent?: boolean;
	/** After so many hours it is not worth sending any more. */
	goodForHours?: number;
};
export type Template = Letter<unknown> & { name: string };

const templates = new Map<string, Template>();

/** Says how letters of this name read. It runs in the language of whoever receives them. */
export function template<View>(name: string, letter: Letter<View>): void {
	templates.set(name, { ...(letter as Letter<unknown>), name });
}

export function templateCalled(name: string): Template | undefined {
	return templates.get(name);
}

/** Whether staff read nothing of what it says. */
export function isBetweenThem({ template }: { template: string }): boolean {
	return templates.get(template)?.betweenThem ?? false;
}

/** Letters of which only administrators may know. */
export function templatesForAdministrators(): string[] {
	return [...templates.values()].filter((one) => one.forAdministrators).map(({ name }) => name);
}

export function templateNames(): string[] {
	return [...templates.keys()].sort();
}

export type Minted = string | Record<string, string>;
type Mint = (context: Context, details: Details) => Promise<Minted | undefined>;

const mints = new Map<string, Mint>();

/**
 * Says how a secret is made at the moment of sending: an address ('/sign-in/…', completed and put into the reader's
 * language here) or a code; several that belong together as `{ link, code }`. The mint keeps a verifier only. Every
 * sending makes a new one.
 */
export function mint(name: string, make: Mint): void {
	mints.set(name, make);
}

export function mintCalled(name: string): Mint {
	const make = mints.get(name);
	if (!make) throw new Error(`Nobody mints ${name}`);
	return make;
}
