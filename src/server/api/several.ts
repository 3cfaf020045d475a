import * as v from 'valibot';

/** Which of these boxes were selected, in their own order. A box that is alone comes from a form as one text. */
export function severalOf<const Options extends readonly string[]>(options: Options) {
	return v.pipe(
		v.optional(v.union([v.string(), v.array(v.string())]), []),
		v.transform((given) => [given].flat()),
		v.array(v.picklist(options, 'not-an-option'), 'wrong-kind'),
		v.minLength(1, 'missing'),
		v.transform((given): Options[number][] => options.filter((one) => given.some((each) => each === one)))
	);
}
