# Joining: modes, invitations, waiting for approval, limits on newcomers.
