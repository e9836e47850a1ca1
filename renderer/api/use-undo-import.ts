import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "./api.ts";

/** Takes an import back as one step. @param onUndone told how many figures or lines are again what they were */
export function useUndoImport(onUndone: (restored: number) => void) {
  const queries = useQueryClient();
  return useMutation(
    api.imports.undo.mutationOptions({
      onSuccess: async ({ restored }) => {
        await queries.invalidateQueries({ queryKey: api.key() });
        onUndone(restored);
      },
    }),
  );
}
