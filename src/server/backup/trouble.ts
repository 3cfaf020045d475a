/** Why a back-up cannot be made or used, as one sentence for whoever runs Placard. */
export class BackupTrouble extends Error {
	override name = 'BackupTrouble';
}
