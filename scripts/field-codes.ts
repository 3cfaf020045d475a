import ts from 'typescript';

/** What is given to these of valibot in the last place is a value, and not what is wrong with one. */
const withoutCode =
	/^(optional|nullish|nullable|undefinedable|fallback|literal|title|description|brand|metadata)$/;
/** These have nothing before it. */
const alone = /^(string|number|boolean|bigint|date|file|blob|email|uuid|url|nonEmpty|integer|isoDate|trim)$/;

/** The codes by which a source says what is wrong with a field: to valibot, or in `new Unusable({ … })`. */
export function fieldCodesIn(path: string, text: string): string[] {
	const codes: string[] = [];
	const look = (node: ts.Node): void => {
		if (ts.isCallExpression(node)) codes.push(...codeGiven(node));
		if (ts.isNewExpression(node) && node.expression.getText(source) === 'Unusable')
			for (const given of node.arguments ?? []) codes.push(...valuesIn(given));
		ts.forEachChild(node, look);
	};
	const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
	look(source);
	return codes;
}

function codeGiven({ expression, arguments: given }: ts.CallExpression): string[] {
	if (!ts.isPropertyAccessExpression(expression) || expression.expression.getText() !== 'v') return [];
	const name = expression.name.text;
	const last = given.at(-1);
	if (!last || !ts.isStringLiteral(last)) return [];
	const isCode = alone.test(name) ? given.length === 1 : given.length > 1;
	return isCode && (name === 'literal' || !withoutCode.test(name)) ? [last.text] : [];
}

/** Strings that are no name of a field, wherever they stand in it. */
function valuesIn(node: ts.Node): string[] {
	if (ts.isStringLiteral(node)) return [node.text];
	if (ts.isPropertyAssignment(node)) return valuesIn(node.initializer);
	if (ts.isConditionalExpression(node)) return [...valuesIn(node.whenTrue), ...valuesIn(node.whenFalse)];
	const found: string[] = [];
	ts.forEachChild(node, (child) => void found.push(...valuesIn(child)));
	return found;
}
