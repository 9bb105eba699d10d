global using EgovSites.BrowserTests.Browsing;
global using NUnit.Framework;
