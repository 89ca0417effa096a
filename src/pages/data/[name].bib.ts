/** Open data: the files ending in .bib. */
import { fileWith, namesWith } from './_files.ts'

export const getStaticPaths = () => namesWith('.bib')

export const GET = fileWith('.bib')
