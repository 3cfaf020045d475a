/** Why there is no database to work with, as one sentence for whoever runs Placard: what is wrong, and what to do. */
export class DatabaseTrouble extends Error {
	override name = 'DatabaseTrouble';
}
