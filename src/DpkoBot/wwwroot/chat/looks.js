// How Web Chat looks: its options for a light and a dark page, and a site's own colour.
(() => {
  'use strict';

  const BLUE = '#1f4e79';
  const NARROW = 480;

  // The band at the top and what the visitor says; a site that shows the chat in a frame brings colours of its own.
  const OURS = { band: BLUE, onBand: '#ffffff' };

  const dark = matchMedia('(prefers-color-scheme: dark)');

  const light = { ink: '#1b2733', paper: '#ffffff', bubble: '#eef3f7', line: '#d6dee6', subtle: '#566472', link: BLUE, edge: '#0077a8', bad: '#a4262c' };
  const night = { ink: '#e6edf4', paper: '#18212b', bubble: '#243240', line: '#3a4a5a', subtle: '#a8b8c7', link: '#7accf2', edge: '#4a93bd', bad: '#ff9c9c' };

  const colours = () => (dark.matches ? night : light);

  // Web Chat's own is black, which cannot be seen on a dark page.
  const externalLinkIcon = colour => 'url(data:image/svg+xml;utf8,' + encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="${colour}" stroke-width="2"><path d="M10 5H5v14h14v-5M14 4h6v6M20 4l-9 9"/></svg>`) + ')';

  function styleOptions({ band, onBand } = OURS) {
    const { ink, paper, bubble, line, subtle, link, edge, bad } = colours();
    return {
      accent: link,
      backgroundColor: paper,
      primaryFont: getComputedStyle(document.documentElement).fontFamily,
      subtle,
      bubbleBackground: bubble,
      bubbleBorderColor: bubble,
      bubbleBorderRadius: 12,
      bubbleTextColor: ink,
      bubbleMaxWidth: 620,
      bubbleAttachmentMaxWidth: 620,
      bubbleFromUserBackground: band,
      bubbleFromUserBorderColor: band,
      bubbleFromUserBorderRadius: 12,
      bubbleFromUserTextColor: onBand,
      cardEmphasisBackgroundColor: bubble,
      hideUploadButton: true,
      markdownExternalLinkIconImage: externalLinkIcon(link),
      maxMessageLength: 4000,
      notificationText: ink,
      paddingRegular: 12,
      sendBoxBackground: paper,
      sendBoxBorderTop: `1px solid ${line}`,
      sendBoxButtonColor: link,
      sendBoxButtonShadeColor: 'transparent',
      sendBoxHeight: 56,
      sendBoxPlaceholderColor: subtle,
      sendBoxTextColor: ink,
      suggestedActionLayout: innerWidth <= NARROW ? 'stacked' : 'flow',
      suggestedActionsFlowMaxHeight: 160,
      suggestedActionsStackedHeight: 'auto',
      suggestedActionsStackedLayoutButtonTextWrap: true,
      suggestedActionsStackedLayoutButtonMaxHeight: '6em',
      suggestedActionBackgroundColor: paper,
      suggestedActionBackgroundColorOnHover: bubble,
      suggestedActionBorderColor: edge,
      suggestedActionBorderRadius: 19,
      suggestedActionHeight: 38,
      suggestedActionTextColor: link,
      timestampColor: subtle,
      connectivityTextSize: '0.9375em',
      failedConnectivity: bad,
    };
  }

  // Adaptive Cards bring colours of their own; these are the page's.
  function cardConfig() {
    const { ink, paper, line, subtle, link, bad } = colours();
    const plain = colour => ({ default: colour, subtle: colour });
    const foregroundColors = {
      default: { default: ink, subtle },
      accent: plain(link),
      good: plain(dark.matches ? '#8fd18f' : '#236b23'),
      warning: plain(dark.matches ? '#f2c661' : '#7a4a00'),
      attention: plain(bad),
    };
    const container = backgroundColor => ({ backgroundColor, foregroundColors });
    return {
      supportsInteractivity: true,
      fontFamily: getComputedStyle(document.documentElement).fontFamily,
      fontSizes: { small: 13, default: 15, medium: 17, large: 19, extraLarge: 22 },
      fontWeights: { lighter: 400, default: 400, bolder: 600 },
      separator: { lineThickness: 1, lineColor: line },
      containerStyles: { default: container(paper), emphasis: container(colours().bubble) },
      actions: { actionAlignment: 'stretch', actionsOrientation: 'vertical', buttonSpacing: 8, maxActions: 10 },
      // For titles in cards; the page's own heading is the first.
      textBlock: { headingLevel: 2 },
      factSet: {
        title: { weight: 'bolder', wrap: true, maxWidth: 140 },
        value: { wrap: true },
        spacing: 10,
      },
    };
  }

  function applyOwn({ band, onBand }) {
    document.documentElement.style.setProperty('--band', band);
    document.documentElement.style.setProperty('--on-band', onBand);
  }

  window.dpkobot = { ...window.dpkobot, looks: { styleOptions, cardConfig, applyOwn, dark } };
})();
