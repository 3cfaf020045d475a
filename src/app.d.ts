import type { Actor } from '#shared/actor';

declare global {
	namespace App {
		interface Locals {
			actor: Actor;
			/** Of a person who is signed in. `owesFactor`: only the page that asks for the second factor is open. */
			session?: { id: string; owesFactor: boolean };
			/** Our records could not be reached, so a cookie counts for nothing until they can. */
			recordsAway?: boolean;
			/** The page asks for a recording: it may use the microphone and the camera, which no other page may. */
			records?: boolean;
			/** Where to sign in, when a form was sent from a room that is closed to visitors. */
			signIn?: string;
		}
		interface Error {
			/** The Problem's code, or 'bug'. */
			code?: string;
			/** What was typed into a form that we could not take: name and text. */
			kept?: [string, string][];
			/** Where to go next, when there is one thing to do. */
			next?: string;
		}
	}
}
export {};
