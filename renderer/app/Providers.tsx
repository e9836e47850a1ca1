import { MutationCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components";
import { isOnlyShown, subscribeOtherWindows, tellOtherWindows } from "../api/other-windows.ts";
import { WidgetWordsContext } from "../components/widget-words.ts";
import { ToastRegion } from "../components/Toast.tsx";
import { useLanguage } from "../text/use-text.ts";
import { useWidgetWordsOf } from "./use-widget-words.ts";

// "always": without a network the browser says offline, and the default would hold every call back for ever.
// No retry and no refetch on focus: the program is on this computer; what changed is asked for again by who changed it.
const queryClient = new QueryClient({
  mutationCache: new MutationCache({ onSuccess: tellOtherWindows }),
  defaultOptions: {
    queries: { networkMode: "always", retry: false, refetchOnWindowFocus: false, staleTime: 30_000 },
    mutations: { networkMode: "always", retry: false },
  },
});

subscribeOtherWindows(() => void queryClient.invalidateQueries({ predicate: isOnlyShown }));

export function Providers({ children }: { readonly children: ReactNode }) {
  const words = useWidgetWordsOf();
  const language = useLanguage();
  return (
    <QueryClientProvider client={queryClient}>
      <I18nProvider locale={language === "vi" ? "vi-VN" : "en-GB"}>
        <WidgetWordsContext value={words}>
          {children}
          <ToastRegion />
        </WidgetWordsContext>
      </I18nProvider>
    </QueryClientProvider>
  );
}
