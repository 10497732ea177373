-- Schema 2: undo records within a budget. Their sizes are kept apart from the records, so that a sum reads an index and no record.
ALTER TABLE edit ADD COLUMN undo_bytes INTEGER NOT NULL DEFAULT 0;  -- of changeset; 0: cannot be undone
UPDATE edit SET undo_bytes = length(changeset) WHERE changeset IS NOT NULL;
CREATE INDEX edit_by_undo ON edit (id, undo_bytes) WHERE undo_bytes > 0;
