/** Open data: the files ending in .geojson. */
import { fileWith, namesWith } from './_files.ts'

export const getStaticPaths = () => namesWith('.geojson')

export const GET = fileWith('.geojson')
