import 'react-router'

declare module 'react-router' {
  /** Loaders reach the services through the router's typed context. */
  interface Future {
    v8_middleware: true
  }
}
