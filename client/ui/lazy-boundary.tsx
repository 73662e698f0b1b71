/** Holds a lazily loaded part: skeleton while its code comes, a way on when it cannot be fetched or fails. */
import { Component, type ReactNode, Suspense } from 'react'
import { FailureNote } from './failure-note.tsx'
import { Skeleton } from './skeleton.tsx'

interface LazyBoundaryProps {
  children: ReactNode
}

export class LazyBoundary extends Component<LazyBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    if (this.state.hasFailed) {
      return (
        <div className="sheet__pad">
          <FailureNote code="unreadable" onRetry={() => location.reload()} />
        </div>
      )
    }
    const waiting = (
      <div className="sheet__pad">
        <Skeleton />
      </div>
    )
    return <Suspense fallback={waiting}>{this.props.children}</Suspense>
  }
}
