/** Open data: the files ending in .csv. */
import { fileWith, namesWith } from './_files.ts'

export const getStaticPaths = () => namesWith('.csv')

export const GET = fileWith('.csv')
