import { errands, type Details } from '#server/use-case';

/** Runs an errand, as the queue would. */
export async function askedFor(name: string, details: Details): Promise<void> {
	await errands.find((one) => one.name === name)!.run(details);
}
