import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { Problem, Unusable } from '#shared/problem';
import type { UseCase } from '#server/use-case';
import { isWriting } from '#words/came-back';
import { sentenceOf } from '#words/problems';
import { isLocale, localizeHref } from '#words/addresses';
import { underCeiling, underUploadCeiling } from './ceiling.ts';
import { formLimit, within } from './form-limit.ts';
import { largeForm } from './large-form.ts';
import { httpProblem, isForAnotherPage } from './problem.ts';

export type Fields = Record<string, FormDataEntryValue | FormDataEntryValue[]>;

type Options = {
	/** What the use case takes, from what was typed; what the server knows better than the form is put in here. */
	shape?: (fields: Fields, event: RequestEvent) => unknown;
	/** Asked first: `tries('second-factor', …)` where something could be guessed. */
	guard?: (fields: Fields, event: RequestEvent) => Promise<void>;
	/** May have files larger than BODY_SIZE_LIMIT in it, for whoever is not a stranger. */
	large?: boolean;
};

/** The next page, in the language of this one unless its reader chose another. */
type Onward = string | { address: string; language: string | undefined };

/**
 * Turns a use case into a form action: the fields and the address go in, the next page comes out. What cannot be
 * done is said on the same page with everything typed still there; when we are the ones who fail, on a page that
 * hands the text back.
 */
export function formAction<I, O>(
	useCase: UseCase<I, O>,
	next: (output: O, event: RequestEvent) => Onward,
	options: Options = {}
) {
	return async (event: RequestEvent) => {
		const tried = await tryOut(useCase, event, options);
		if ('refusal' in tried) return tried.refusal;
		redirect(303, hrefOf(next(tried.output, event)));
	};
}

function hrefOf(onward: Onward): string {
	if (typeof onward === 'string') return localizeHref(onward);
	const { address, language } = onward;
	return localizeHref(address, language !== undefined && isLocale(language) ? language : undefined);
}

/** For what is shown once and never again: the page of the form shows it, as `form.answer`. */
export function answerAction<I, O>(useCase: UseCase<I, O>, options: Options = {}) {
	return async (event: RequestEvent) => {
		const tried = await tryOut(useCase, event, options);
		return 'refusal' in tried ? tried.refusal : { answer: tried.output };
	};
}

async function tryOut<I, O>(useCase: UseCase<I, O>, event: RequestEvent, options: Options) {
	const { shape = (fields: Fields): unknown => fields, guard } = options;
	const { fields, forget } = await formOf(event, options);
	try {
		signedInHere(event);
		await underCeiling(event);
		await guard?.(fields, event);
		const input = { ...(shape(fields, event) as object), ...event.params };
		return { output: await useCase(event.locals.actor, input as I) };
	} catch (problem) {
		return { refusal: refused(problem, fields) };
	} finally {
		await forget();
	}
}

async function formOf(event: RequestEvent, { large }: Options) {
	const { request, locals } = event;
	if (!large || locals.actor.kind === 'visitor' || !isMultipart(request))
		return { fields: await formFields(request), forget: async () => {} };
	try {
		const length = Number(request.headers.get('content-length') ?? 0);
		if (length > formLimit()) await underUploadCeiling(event, length);
		const { pairs, forget } = await largeForm(request);
		return { fields: byName(pairs), forget };
	} catch (problem) {
		return httpProblem(problem);
	}
}

function isMultipart({ headers, body }: Request): boolean {
	return body !== null && (headers.get('content-type') ?? '').toLowerCase().startsWith('multipart/form-data');
}

/** A name given several times is a list. An empty file field is no field. */
export async function formFields(request: Request): Promise<Fields> {
	const form = await within(request, formLimit())
		.formData()
		.catch((cause: unknown) => httpProblem(unreadable(cause)));
	return byName([...form]);
}

function byName(form: [string, FormDataEntryValue][]): Fields {
	const given = form.filter(([, value]) => typeof value === 'string' || value.size > 0 || value.name !== '');
	const grouped = Map.groupBy(given, ([name]) => name);
	return Object.fromEntries(
		[...grouped].map(([name, pairs]) => [name, alone(pairs.map(([, value]) => value))])
	);
}

function alone<T>(all: T[]): T | T[] {
	return all.length > 1 ? all : all[0]!;
}

function unreadable(cause: unknown): Problem {
	return new Problem((cause as { status?: number })?.status === 413 ? 'too-large' : 'unreadable-form');
}

/** A form that was sent after the session ended is not lost: the page says where to sign in, and hands it back. */
function signedInHere({ locals }: RequestEvent): void {
	if (locals.signIn) throw new Problem('signed-out', { next: locals.signIn });
}

function refused(problem: unknown, fields: Fields) {
	const typed = typedIn(fields);
	if (!(problem instanceof Problem)) throw problem;
	if (isForAnotherPage(problem)) httpProblem(problem, handedBack(problem, typed));
	return fail(422, {
		problem: problem.code,
		sentence: sentenceOf(problem.code, problem.details),
		details: problem.details,
		fields: problem instanceof Unusable ? problem.fields : {},
		typed: keptFields(fields)
	});
}

/** What is not there any more takes nothing; words that were written for it come back all the same. */
function handedBack({ code }: Problem, typed: [string, string][]): [string, string][] {
	return code === 'not-found' && !typed.some(([, text]) => isWriting(text)) ? [] : typed;
}

/** Text only: a browser never lets a page put a file back. */
function typedIn(fields: Fields): [string, string][] {
	return Object.entries(fields).flatMap(([name, value]) =>
		[value].flat().flatMap((one): [string, string][] => (typeof one === 'string' ? [[name, one]] : []))
	);
}

function keptFields(fields: Fields): Record<string, string | string[]> {
	const text = Object.entries(fields).map(([name, value]) => {
		const strings = [value].flat().filter((one) => typeof one === 'string');
		return [name, Array.isArray(value) ? strings : strings[0]] as const;
	});
	return Object.fromEntries(text.filter(([, value]) => value !== undefined)) as Record<
		string,
		string | string[]
	>;
}
