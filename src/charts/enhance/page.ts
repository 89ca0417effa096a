/** The script of pages with figures. */
import { enhanceFigures } from './enhance.ts'

enhanceFigures(document)
