/** `/cards/story-<slug>.png`, `/cards/actor-<id>.png`, `/cards/place-<id>.png`: share cards of what is no chart. */
import type { APIRoute } from 'astro'
import { pictureRoutes, servePicture } from '../../pictures.ts'

export const getStaticPaths = () => pictureRoutes(/^\/cards\/(?<name>[^/]+)\.png$/)

export const GET: APIRoute<{ path: string }> = ({ props: { path } }) => servePicture(path)
