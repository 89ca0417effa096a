/** Open data: checksums of the files. */
import { fileWith } from './_files.ts'

export const GET = fileWith('', 'SHA256SUMS')
