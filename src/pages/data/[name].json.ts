/** Open data: the files ending in .json. */
import { fileWith, namesWith } from './_files.ts'

export const getStaticPaths = () => namesWith('.json')

export const GET = fileWith('.json')
