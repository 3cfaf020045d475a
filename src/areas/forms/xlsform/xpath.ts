/*
 * Expressions of XLSForm as far as we read them: a part of XPath 1.0 (https://www.w3.org/TR/1999/REC-xpath-19991116) with
 * ${name} for the answer to a question. What we do not read gives nothing, and is said to be so.
 */

export type Expression =
	| { is: 'or' | 'and'; of: Expression[] }
	| { is: 'compare'; sign: Sign; left: Expression; right: Expression }
	| { is: 'math'; sign: '+' | '-'; left: Expression; right: Expression }
	| { is: 'call'; name: string; with: Expression[] }
	| { is: 'answer'; name: string }
	| { is: 'itself' }
	| { is: 'text'; text: string }
	| { is: 'number'; number: number; text: string };
export type Sign = '=' | '!=' | '<' | '<=' | '>' | '>=';

const longest = 20_000;
const deepest = 40;

/** Nothing when it is not such an expression, whole. */
export function parse(text: string): Expression | undefined {
	if (text.length > longest) return undefined;
	const tokens = tokensOf(straight(text));
	if (!tokens) return undefined;
	try {
		return new Parser(tokens).whole();
	} catch (error) {
		if (error instanceof NotRead) return undefined;
		throw error;
	}
}

class NotRead extends Error {}

/** Word processors turn quotation marks. */
function straight(text: string): string {
	return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
}

const token =
	/\s*(?:(\$\{\s*[^{}\s]+\s*\})|("[^"]*"|'[^']*')|(\d+(?:\.\d*)?|\.\d+)|([A-Za-z_][\w-]*(?::[A-Za-z_][\w-]*)?)|(!=|<=|>=|[=<>(),.+-]))/y;

function tokensOf(text: string): string[] | undefined {
	const tokens: string[] = [];
	const whole = text.trimEnd();
	token.lastIndex = 0;
	while (token.lastIndex < whole.length) {
		const found = token.exec(whole);
		if (!found) return undefined;
		tokens.push(found[0].trim());
	}
	return tokens;
}

const signs: readonly string[] = ['=', '!=', '<', '<=', '>', '>='];

class Parser {
	#tokens: readonly string[];
	#at = 0;
	#depth = 0;
	constructor(tokens: readonly string[]) {
		this.#tokens = tokens;
	}

	whole(): Expression {
		const found = this.#either();
		if (this.#at < this.#tokens.length) throw new NotRead();
		return found;
	}

	#either(): Expression {
		this.#depth += 1;
		if (this.#depth > deepest) throw new NotRead();
		const of = this.#row('or', () => this.#row('and', () => this.#comparison(), 'and'), 'or');
		this.#depth -= 1;
		return of;
	}

	#row(word: string, next: () => Expression, is: 'or' | 'and'): Expression {
		const of = [next()];
		while (this.#takes(word)) of.push(next());
		return of.length > 1 ? { is, of } : of[0]!;
	}

	#comparison(): Expression {
		const left = this.#sum();
		const sign = this.#next();
		if (sign === undefined || !signs.includes(sign)) return left;
		this.#at += 1;
		return { is: 'compare', sign: sign as Sign, left, right: this.#sum() };
	}

	#sum(): Expression {
		let left = this.#one();
		for (let sign = this.#next(); sign === '+' || sign === '-'; sign = this.#next()) {
			this.#at += 1;
			left = { is: 'math', sign, left, right: this.#one() };
		}
		return left;
	}

	#one(): Expression {
		const found = this.#next();
		this.#at += 1;
		if (found === undefined) throw new NotRead();
		if (found === '(') return this.#inside();
		if (found === '.') return { is: 'itself' };
		if (found === '-') return negative(this.#one());
		if (found.startsWith('$')) return { is: 'answer', name: found.slice(2, -1).trim() };
		if (/^["']/.test(found)) return { is: 'text', text: found.slice(1, -1) };
		if (/^[\d.]/.test(found)) return { is: 'number', number: Number(found), text: found };
		if (/^[A-Za-z_]/.test(found) && this.#takes('(')) return { is: 'call', name: found, with: this.#given() };
		throw new NotRead();
	}

	#inside(): Expression {
		const found = this.#either();
		if (!this.#takes(')')) throw new NotRead();
		return found;
	}

	#given(): Expression[] {
		const given: Expression[] = [];
		if (this.#takes(')')) return given;
		do given.push(this.#either());
		while (this.#takes(','));
		if (!this.#takes(')')) throw new NotRead();
		return given;
	}

	#next(): string | undefined {
		return this.#tokens[this.#at];
	}

	#takes(word: string): boolean {
		if (this.#next() !== word) return false;
		this.#at += 1;
		return true;
	}
}

function negative(one: Expression): Expression {
	if (one.is !== 'number') throw new NotRead();
	return { is: 'number', number: -one.number, text: `-${one.text}` };
}

/** A text as an expression says it. */
export function quoted(text: string): string {
	if (!text.includes("'")) return `'${text}'`;
	return text.includes('"') ? `concat('${text.replaceAll("'", `', "'", '`)}')` : `"${text}"`;
}

/** XPath has no exponents: 1e21 is written out. */
export function numeral(number: number): string {
	const text = String(number);
	const [, sign, whole, part = '', exponent] = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
	if (whole === undefined) return text;
	const [figures, point] = [whole + part, whole.length + Number(exponent)];
	if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${figures}`;
	return (
		sign +
		figures.slice(0, point).padEnd(point, '0') +
		(figures.length > point ? `.${figures.slice(point)}` : '')
	);
}
