export type { components, paths } from './schema'
export { createApi, type Api, type Tokens } from './client'
export { Problem, problemOf, type FieldProblem } from './problem'
export { EventReader, follow, type StreamItem, type StreamState } from './stream'
