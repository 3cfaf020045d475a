import type { Actor } from '#shared/actor';

declare global {
	namespace App {
		interface Locals {
			actor: Actor;
		}
		interface Error {
			/** The Problem's code, or 'bug'. */
			code?: string;
			/** What was typed into a form that we could not take: name and text. */
			kept?: [string, string][];
		}
	}
}
export {};
